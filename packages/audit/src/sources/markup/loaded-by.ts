/** Elements whose `href`, `src` and the like load nothing by themselves, such as links. */
const LINKS: readonly string[] = ['a', 'area', 'form', 'base', 'blockquote', 'q']

/** Kinds of `<link>` that load nothing. */
const NAMES = /^(canonical|alternate|author|bookmark|help|license|me|next|prev|search|shortlink)$/i

/** Attributes that hold an address; `data-src` and the like are those of blocked markup. */
const ADDRESSES = /^(data-)?(src|href|poster)$|^data$/

/** Returns addresses that an element loads, at once or after a grant. */
export const loadedBy = (
  element: string,
  attributes: Readonly<Record<string, string>>,
): readonly string[] => {
  const { rel = '', srcset = '', 'data-srcset': blocked = '' } = attributes
  const isName = element === 'link' && rel.split(/\s+/).every(one => NAMES.test(one))
  if (isName || LINKS.includes(element)) return []
  const sets = `${srcset},${blocked}`.split(',').map(one => one.trim().replace(/\s.*/, ''))
  const single = Object.entries(attributes).flatMap(([name, value]) =>
    ADDRESSES.test(name) ? [value] : [],
  )
  return [...single, ...sets.filter(Boolean)]
}
