/**
 * Copies a text. Where the browser does not let a page do so, the text is selected for the visitor.
 *
 * @param shown The element that shows it.
 * @returns Whether it has been copied.
 */
export const copyText = async (text: string, shown?: Element | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // On http there is no clipboard, in an app's view it may be refused.
    if (shown) getSelection()?.selectAllChildren(shown)
    return false
  }
}
