const remember = () => {
  type Found = Map<string, Map<PropertyKey, PropertyDescriptor>>

  /** Reads the properties of `window`'s values, of their prototypes, and of page objects. */
  const read = (): Found => {
    const found: Found = new Map()
    const add = (name: string, holder: unknown) => {
      if (typeof holder !== 'function' && (typeof holder !== 'object' || !holder)) return
      const descriptors = Reflect.ownKeys(holder).map(
        key => [key, Object.getOwnPropertyDescriptor(holder, key)] as const,
      )
      found.set(name, new Map(descriptors as [PropertyKey, PropertyDescriptor][]))
    }
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = Object.getOwnPropertyDescriptor(window, name) ?? {}
      // Leave out frames, whose names are numbers, and `window`, which is reachable under several
      // names.
      if (/^\d+$/.test(name) || value === window) continue
      add(name, value)
      if (typeof value === 'function') add(`${name}.prototype`, value.prototype)
    }
    for (const [name, own] of Object.entries({ window, document, navigator, history, location }))
      add(name, own)
    return found
  }

  const before = read()
  const PARTS = ['value', 'get', 'set'] as const
  const isChanged = (one: PropertyDescriptor | undefined, other: PropertyDescriptor) =>
    PARTS.some(part => typeof other[part] === 'function' && !Object.is(one?.[part], other[part]))

  /** Returns the built-ins that were replaced or removed, and the properties that were added. */
  const builtInChanges = () => {
    const now = read()
    const replaced: string[] = []
    const added: string[] = []
    for (const [holder, descriptors] of before) {
      const present = now.get(holder)
      for (const [name, descriptor] of descriptors)
        if (isChanged(present?.get(name), descriptor)) replaced.push(`${holder}.${String(name)}`)
      for (const name of present?.keys() ?? [])
        if (!descriptors.has(name) && !/^\d+$/.test(String(name)))
          added.push(`${holder}.${String(name)}`)
    }
    return { replaced: replaced.sort(), added: added.sort() }
  }
  Object.assign(window, { builtInChanges })
  return builtInChanges
}

declare global {
  interface Window {
    readonly builtInChanges: ReturnType<typeof remember>
  }
}

export const REMEMBER = `(${remember})()`
