import type { Node } from '@babel/types'

/**
 * Returns the module that an import, an export or a call of `require` loads, such as
 * `firebase/analytics`; `undefined` for other nodes, computed names, types, files of the site and
 * names with a colon, such as `node:fs`.
 */
export const packageIn = (node: Node): string | undefined => {
  const name = sourceOf(node)
  return name === undefined || /^[./#~]|^@\/|:/.test(name) ? undefined : name
}

const sourceOf = (node: Node): string | undefined => {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' || node.importKind === 'typeof'
        ? undefined
        : node.source.value
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.exportKind === 'type' ? undefined : node.source?.value
    case 'CallExpression': {
      const { callee } = node
      const isLoad =
        callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require')
      const [first] = node.arguments
      return isLoad && first?.type === 'StringLiteral' ? first.value : undefined
    }
    default:
      return undefined
  }
}
