import { readFileSync } from 'node:fs'

/** Returns the code snippets of one language from a Markdown file, in order. */
export const readmeSnippets = (language: string, file = 'README.md'): readonly string[] => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const fences = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...text.matchAll(fences)].map(([, snippet = '']) => snippet)
}
