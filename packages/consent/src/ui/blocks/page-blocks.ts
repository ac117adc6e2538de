/**
 * Selects the blocks of a page: elements that the view fills, such as `<div data-consent-guide>`.
 * Excludes forms, because a field named `childNodes` would hide the form's own property.
 */
export const PAGE_BLOCKS: string = ['guide', 'preferences', 'status', 'cookies', 'section']
  .map(kind => `[data-consent-${kind}]:not(form)`)
  .join()
