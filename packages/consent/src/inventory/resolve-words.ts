import type { Texts, Words } from './declaration.ts'

/** `Value` with texts in place of functions that load texts. */
export type Resolved<Value> = Value extends (...args: never) => unknown
  ? Texts
  : Value extends object
    ? { readonly [Key in keyof Value]: Resolved<Value[Key]> }
    : Value

/**
 * Loads the words of a declaration that are functions. Words whose file cannot be loaded or has no
 * texts become an empty object, so visitors read "Not stated".
 */
export const resolveWords = async <Value>(value: Value): Promise<Resolved<Value>> => {
  const result: unknown =
    typeof value === 'function' ? await load(value as () => Promise<Loaded>) : value
  if (typeof result !== 'object' || result === null) return result as never
  if (Array.isArray(result)) return (await Promise.all(result.map(resolveWords))) as never
  const entries = Object.entries(result).map(
    async ([key, inner]) => [key, await resolveWords(inner)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as never
}

type Loaded = Awaited<ReturnType<Exclude<Words, Texts>>>

const load = async (words: () => Promise<Loaded>): Promise<Texts> => {
  try {
    const loaded = await words()
    return typeof loaded.default === 'object' ? loaded.default : { ...(loaded as Texts) }
  } catch {
    return {}
  }
}
