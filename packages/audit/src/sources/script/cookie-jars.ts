import type { Node } from '@babel/types'
import type { Constants } from './constants.ts'
import { bare, objectOf, propertyOf, walk } from './nodes.ts'

/**
 * Packages that write cookies by a method or function `set` or `setCookie`. The number is the
 * position of the cookie's name among the arguments: in nookies the context comes first.
 */
const PACKAGES: Readonly<Record<string, number>> = {
  ...{ 'js-cookie': 0, 'universal-cookie': 0, 'react-cookie': 0, 'cookie-universal': 0 },
  ...{ 'vue-cookies': 0, 'es-cookie': 0, 'typescript-cookie': 0, 'tiny-cookie': 0 },
  ...{ 'cookies-next': 0, 'next/headers': 0, nookies: 1 },
}

/** Matches names that objects with cookies have in these packages and in frameworks. */
const JAR = /^\$?cookies?(Store)?$/i

/** Says which calls of a script write a cookie. */
export interface CookieJars {
  /** Returns the argument of a call that names a cookie; `undefined` if the call writes none. */
  readonly nameIn: (call: Node) => Node | undefined
}

/** Finds a script's calls that write cookies, by its imports and by names such as `cookies`. */
export const cookieJarsIn = (root: Node, { constant }: Constants): CookieJars => {
  /** Names of objects or classes with `set`, and of functions, with the argument's position. */
  const jars = new Map<string, number>()
  const setters = new Map<string, number>()
  walk(root, node => {
    if (node.type === 'ImportDeclaration')
      for (const one of node.specifiers) {
        const position = PACKAGES[node.source.value]
        if (position === undefined) return
        const { imported = undefined } = one.type === 'ImportSpecifier' ? one : {}
        const name = imported?.type === 'Identifier' ? imported.name : imported?.value
        if (name === 'setCookie' || name === 'set') setters.set(one.local.name, position)
        else if (name === undefined || JAR.test(name)) jars.set(one.local.name, position)
      }
    // `const [cookies, setCookie] = useCookies()` of react-cookie.
    if (node.type === 'VariableDeclarator' && node.id.type === 'ArrayPattern') {
      const [, setter] = node.id.elements
      const isHook =
        node.init?.type === 'CallExpression' &&
        node.init.callee.type === 'Identifier' &&
        node.init.callee.name === 'useCookies'
      if (isHook && setter?.type === 'Identifier') setters.set(setter.name, 0)
    }
  })

  /**
   * Returns the position of a cookie's name in calls of an object's `set`; `undefined` for an
   * object without cookies.
   */
  const positionOf = (given: Node): number | undefined => {
    const node = bare(given)
    switch (node.type) {
      case 'Identifier': {
        const value = constant(node.name)
        if (value?.type === 'NewExpression') return positionOf(value.callee)
        if (value?.type === 'ObjectExpression' || value?.type === 'ArrayExpression')
          return undefined
        return jars.get(node.name) ?? (JAR.test(node.name) ? 0 : undefined)
      }
      case 'NewExpression':
        return positionOf(node.callee)
      case 'CallExpression': {
        // `Cookies.withAttributes({…})` of js-cookie returns another jar.
        const isCopy = /^with/.test(propertyOf(node.callee) ?? '')
        return positionOf((isCopy && objectOf(node.callee)) || node.callee)
      }
      default:
        return JAR.test(propertyOf(node) ?? '') ? 0 : undefined
    }
  }

  return {
    nameIn: call => {
      if (call.type !== 'CallExpression' && call.type !== 'OptionalCallExpression') return undefined
      const { callee } = call
      const object = objectOf(callee)
      let position: number | undefined
      if (object && /^set(Cookie)?$/.test(propertyOf(callee) ?? '')) position = positionOf(object)
      // `useCookie('name')` is Nuxt's, which imports it by itself.
      else if (callee.type === 'Identifier')
        position = setters.get(callee.name) ?? (callee.name === 'useCookie' ? 0 : undefined)
      return position === undefined ? undefined : call.arguments[position]
    },
  }
}
