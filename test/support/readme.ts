import { readFileSync } from 'node:fs'

/**
 * Gives the snippets of one language from a README, in order.
 *
 * @param folder Relative to the top. @default the top itself
 */
export const readmeSnippets = (language: string, folder = '.'): readonly string[] => {
  const text = readFileSync(new URL(`../../${folder}/README.md`, import.meta.url), 'utf8')
  const fences = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...text.matchAll(fences)].map(([, snippet = '']) => snippet)
}
