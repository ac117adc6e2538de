import { readFileSync } from 'node:fs'

/**
 * Gives the snippets of one language from a document, in order.
 *
 * @param file Relative to the top. @default the README there
 */
export const readmeSnippets = (language: string, file = 'README.md'): readonly string[] => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const fences = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...text.matchAll(fences)].map(([, snippet = '']) => snippet)
}
