import { createElement } from '../../shared/platform.ts'

/**
 * Downloads a file for the visitor.
 *
 * @param content The content of the file. Becomes indented JSON.
 */
export const download = (name: string, content: object): void => {
  const link = createElement('a')
  const blob = new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' })
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers read the blob only a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
