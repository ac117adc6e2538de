/**
 * Opens a dialog as modal. jsdom and old browsers have no `showModal`, so the `open` attribute is set there.
 *
 * @returns Closes the dialog. Call this function before removing the dialog: only closing returns the focus.
 */
export const showModal = (dialog: HTMLDialogElement | null): (() => void) | undefined => {
  if (!dialog) return undefined
  if (dialog.showModal) dialog.showModal()
  else dialog.setAttribute('open', '')
  return () => dialog.close?.()
}
