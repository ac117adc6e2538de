import type { Tree } from '../tree.ts'
import { drawTree } from './elements.ts'

/** Prints a tree as the texts that a visitor reads, in order. */
export const toTexts = (tree: Tree): readonly string[] =>
  drawTree<readonly string[]>((_tag, _attributes, ...children) => children.flat(), tree, 1).flat()
