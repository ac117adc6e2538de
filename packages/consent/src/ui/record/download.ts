import { ownDocument } from '../../shared/own-document.ts'

/**
 * Hands the visitor a file.
 *
 * @param content Becomes readable JSON.
 */
export const download = (name: string, content: object): void => {
  const link = ownDocument.createElement('a')
  const blob = new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' })
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers fetch it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
