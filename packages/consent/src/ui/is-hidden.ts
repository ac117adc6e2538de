/**
 * Whether a style sheet of the page, or of the visitor's, hides a dialog. A modal one that nobody sees
 * would hold the page up.
 */
export const isHidden = (dialog: HTMLDialogElement | null): boolean =>
  dialog?.checkVisibility?.({ checkVisibilityCSS: true }) === false
