import { quietly } from '../../shared/quietly.ts'

/**
 * Copies a text. Where the browser does not let a page do so, the text is selected for the visitor.
 *
 * @param shown Gives the element that shows it.
 * @returns Whether it has been copied. Never rejects.
 */
export const copyText = async (
  text: string,
  shown: () => Element | null | undefined = () => null,
): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // On http there is no clipboard, in an app's view it may be refused.
    quietly(() => {
      const element = shown()
      if (element) getSelection()?.selectAllChildren(element)
    })
    return false
  }
}
