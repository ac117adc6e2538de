/**
 * Returns whether a style sheet of the page or of the visitor hides the dialog. An invisible modal
 * dialog would make the page unusable.
 */
export const isHidden = (dialog: HTMLDialogElement | null): boolean =>
  dialog?.isConnected === true && dialog.checkVisibility?.({ checkVisibilityCSS: true }) === false
