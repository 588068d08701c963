// this: where the time that is left is shown, $0: seconds. Each three seconds, and at the end, the server is told.
const end = Date.now() + $0 * 1000;
const show = () => {
  const left = Math.max(0, Math.round((end - Date.now()) / 1000));
  this.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
  if (left === 0 || !this.isConnected) clearInterval(timer);
  if (left % 3 === 0 && this.isConnected) this.dispatchEvent(new CustomEvent('og-tick'));
};
const timer = setInterval(show, 1000);
show();
