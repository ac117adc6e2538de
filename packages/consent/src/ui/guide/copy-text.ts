/**
 * Copies a text to the clipboard. If the browser does not let the page copy, selects the text, so
 * that the visitor can copy it.
 *
 * @param shown Returns the element that shows the text.
 * @returns Whether the text was copied. Never rejects.
 */
export const copyText = async (
  text: string,
  shown: () => Element | null | undefined,
): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Outside a secure context `navigator.clipboard` is missing, and a WebView may refuse access to
    // it.
    const element = shown()
    if (element) getSelection()?.selectAllChildren(element)
    return false
  }
}
