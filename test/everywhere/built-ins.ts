const remember = () => {
  type Properties = Readonly<Record<PropertyKey, PropertyDescriptor>>

  /** Reads the properties of `window`'s values, of their prototypes, and of page objects. */
  const read = () => {
    const found = new Map<string, Properties>()
    const add = (name: string, holder: unknown) => {
      if (holder && /^(function|object)$/.test(typeof holder))
        found.set(name, Object.getOwnPropertyDescriptors(holder))
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
  const isChanged = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined) =>
    PARTS.some(part => typeof other?.[part] === 'function' && !Object.is(one?.[part], other[part]))

  /** Returns the built-ins that were replaced or removed, and the properties that were added. */
  const builtInChanges = () => {
    const now = read()
    const pathsOf = (pick: (present: Properties, past: Properties) => PropertyKey[]) =>
      [...before]
        .flatMap(([holder, past]) =>
          pick(now.get(holder) ?? {}, past).map(key => `${holder}.${String(key)}`),
        )
        .sort()
    return {
      replaced: pathsOf((present, past) =>
        Reflect.ownKeys(past).filter(key => isChanged(present[key], past[key])),
      ),
      added: pathsOf((present, past) =>
        Reflect.ownKeys(present).filter(
          key => !Object.hasOwn(past, key) && !/^\d+$/.test(String(key)),
        ),
      ),
    }
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
