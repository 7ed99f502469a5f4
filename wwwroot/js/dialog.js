// Opens a native dialog as a modal. The dialog itself takes the first focus unless something inside asks for it;
// closing gives the focus back to where it was.
export function open(dialog) {
  const opener = document.activeElement;
  dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog).focus();
  dialog.addEventListener("mousedown", press => { if (press.target === dialog) dialog.close(); });
  return {
    close() {
      if (dialog.open) dialog.close();
      if (opener?.isConnected) opener.focus();
    },
  };
}
