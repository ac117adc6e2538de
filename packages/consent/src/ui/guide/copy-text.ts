import { quietly } from '../../shared/quietly.ts'

/**
 * Copies a text. Selects the text for the visitor when the browser does not let the page copy.
 *
 * @param shown Returns the element that shows the text.
 * @returns Whether the text was copied. Never rejects.
 */
export const copyText = async (
  text: string,
  shown: () => Element | null | undefined = () => null,
): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // A page on http has no clipboard, and a web view may refuse access.
    quietly(() => {
      const element = shown()
      if (element) getSelection()?.selectAllChildren(element)
    })
    return false
  }
}
