import { readFileSync } from 'node:fs'

/** Gives the snippets of one language from the README at the top, in order. */
export const readmeSnippets = (language: string): readonly string[] => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const fences = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...text.matchAll(fences)].map(([, snippet = '']) => snippet)
}
