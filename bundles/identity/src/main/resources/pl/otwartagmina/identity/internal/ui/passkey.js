// this: a button, $0: 'create' or 'get', $1: what the authenticator is asked, as JSON with base64url for bytes.
// It is asked within the click, as phones want it; the answer, empty where there is none, goes to the server as an event.
const bytes = text =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const asked = JSON.parse($1);
asked.challenge = bytes(asked.challenge);
if (asked.user) asked.user.id = bytes(asked.user.id);
for (const one of asked.allowCredentials ?? []) one.id = bytes(one.id);
this.onclick = async () => {
  if (this.asking) return;
  this.asking = true;
  let answer = '';
  try {
    const said = await navigator.credentials[$0]({publicKey: asked});
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (said.response[part]) response[part] = text(said.response[part]);
    }
    answer = JSON.stringify({id: said.id, rawId: said.id, type: said.type, response, clientExtensionResults: {}});
  } catch {
    // refused, closed, too late, or no such thing here
  }
  this.asking = false;
  this.dispatchEvent(new CustomEvent('og-passkey', {detail: answer}));
};
