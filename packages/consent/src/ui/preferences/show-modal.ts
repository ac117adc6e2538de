/**
 * Opens a dialog that has just been drawn. jsdom and old browsers know only the attribute.
 *
 * @returns The undo, called before it is removed: closing is what gives the focus back.
 */
export const showModal = (dialog: HTMLDialogElement | null): (() => void) | undefined => {
  if (!dialog) return undefined
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.setAttribute('open', '')
  return () => dialog.close?.()
}
