import type { ComponentChildren, VNode } from 'preact'
import { Form, type FormProps } from '../preferences/form.tsx'

/**
 * Returns the strings that the form's text nodes would have, in document order. Needs no document.
 * Leaves out elements with `data-own`, as the hash of the notice does.
 */
export const formStrings = (
  props: Pick<FormProps, 'consent' | 'parts' | 'surface'>,
): readonly string[] => stringsOf(Form({ ...props, visit: {} } as FormProps))

const stringsOf = (node: ComponentChildren): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(stringsOf)
  if (typeof node === 'string' || typeof node === 'number') return [`${node}`]
  if (typeof node !== 'object' || node === null) return []
  const { type, props } = node as VNode
  // The components have no hooks, so they are functions of their properties.
  if (typeof type === 'function') return stringsOf((type as (given: object) => VNode)(props))
  return 'data-own' in props ? [] : stringsOf(props.children)
}
