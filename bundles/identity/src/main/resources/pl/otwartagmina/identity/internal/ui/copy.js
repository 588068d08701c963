// this: a button, $0: what it copies, $1: where it says so, $2: the words for it. Within the click, as browsers want it.
this.onclick = async () => {
  await navigator.clipboard.writeText($0);
  $1.textContent = $2;
};
