/**
 * Makes one API of the browser throw, on the page that runs this: whoever calls, reads, writes or
 * makes it. Its name is that of the table.
 *
 * @returns Whether it could be broken: this engine has it, and lets a page put something in its place.
 */
export const breakApi = (name: string): boolean => {
  const fail = () => {
    throw new TypeError(`broken: ${name}`)
  }
  type Table = Record<string, object & { prototype: object }>
  const [, isNew, path = '', kind, member = ''] =
    /^(new )?([\w.]+?)(?:([:.])([\w-]+))?$/.exec(name) ?? []

  if (isNew) {
    const [first = '', second = member] = path.split('.')
    const owner = (second ? (window as unknown as Table)[first] : window) as unknown as Table
    const key = second || first
    const original = owner?.[key]
    if (!original) return false
    return Reflect.defineProperty(owner, key, {
      configurable: true,
      writable: true,
      value: new Proxy(original, { construct: fail }),
    })
  }

  const found = (window as unknown as Table)[path]
  const owner = path === 'Window' ? window : kind === ':' ? found : found?.prototype
  if (!owner) return false
  let at: object | null = owner
  while (at && !Object.hasOwn(at, member)) at = Object.getPrototypeOf(at)
  const { value } = (at && Object.getOwnPropertyDescriptor(at, member)) || {}
  if (!at) return false
  // One that a page cannot replace where it stands is replaced in front of it.
  return Reflect.defineProperty(
    at === window || path === 'Window' ? window : at,
    member,
    typeof value === 'function'
      ? { configurable: true, writable: true, value: fail }
      : { configurable: true, get: fail, set: fail },
  )
}
