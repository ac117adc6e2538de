import type { Guide } from '../guide/index.ts'
import { type Fact, lines, type Tree } from '../inventory/index.ts'

/** Returns a guide's steps in one browser as a tree, under the browser's name. */
export const stepsTree = (
  guide: Pick<Guide, 'name' | 'sentence' | 'help' | 'address' | 'steps'>,
): Tree => {
  const { name, sentence, help, steps } = guide
  const list = [...lines(sentence, guide.address), ...(help ? [{ text: help, link: help }] : [])]
  const facts = steps.map(
    ({ title, path, note, address }): Fact => [title, lines(path.join(' > '), note, address)],
  )
  return [{ heading: name, deeper: 2 }, { facts }, ...(list[0] ? [{ list }] : [])]
}
