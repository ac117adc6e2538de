/**
 * Opens a modal dialog. In jsdom and old browsers, which have no `showModal`, sets the `open`
 * attribute.
 *
 * @returns A function that closes the dialog. Call it before you remove the dialog: the browser
 *   returns the focus only when the dialog closes.
 */
export const showModal = (dialog: HTMLDialogElement | null): (() => void) | undefined => {
  if (!dialog) return undefined
  if (dialog.showModal) dialog.showModal()
  else dialog.setAttribute('open', '')
  return () => dialog.close?.()
}
