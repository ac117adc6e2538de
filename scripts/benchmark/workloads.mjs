// @ts-check
// Runs in the page. Each workload repeats its operation `count` times, and resolves to the
// milliseconds that it took.

import { SUBTREES } from './subtrees.mjs'

/** The largest number of inserted subtrees in the document at a time. */
const BATCH = 100
/** The largest number of pending requests at a time. */
const PARALLEL = 5

/** @param {number} count */
export const insertSubtrees = count => insert(count, main => main.offsetHeight)

/**
 * Performs the same insertions as `insertSubtrees`, but does not make the browser compute the
 * layout, to measure only the calls.
 *
 * @param {number} count
 */
export const callInsertions = count => insert(count, () => {})

/**
 * @param {number} count
 * @param {(main: HTMLElement) => void} show Called each time a page would display new content.
 */
const insert = async (count, show) => {
  const main = document.querySelector('main') ?? document.body
  const start = performance.now()
  for (let at = 0; at < count; at += BATCH) {
    const list = document.createElement('section')
    main.append(list)
    const end = Math.min(at + BATCH, count)
    for (let index = at; index < end; index += 1) SUBTREES[index % SUBTREES.length]?.(list, index)
    show(main)
    // Mutation observers run here, and their time counts.
    await undefined
    main.replaceChildren()
  }
  await undefined
  return performance.now() - start
}

/**
 * The calls by which pages request an address of their own site.
 *
 * @type {readonly ((index: number) => Promise<Response>)[]}
 */
const OWN = [
  index => fetch(`/api/items?page=${index}`),
  index => fetch(`api/items/${index}`, { headers: { Accept: 'application/json' } }),
  index => fetch(`${location.origin}/api/items/${index}`),
  index => fetch(new URL(`/api/items/${index}`, location.href)),
  index => fetch(new Request(`/api/items/${index}`)),
  index => fetch('/api/items', { method: 'POST', body: `{"index":${index}}` }),
]

/** @param {number} count */
export const fetchOwn = async count => {
  let index = 0
  const fetchInTurn = async () => {
    while (index < count) {
      const at = index++
      const response = await OWN[at % OWN.length]?.(at)
      await response?.text()
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: PARALLEL }, fetchInTurn))
  return performance.now() - start
}

/** @param {number} count */
export const setImages = async count => {
  const images = Array.from({ length: BATCH }, () => new Image())
  // A lazy image outside of the document loads nothing, so this measures only the assignment.
  for (const image of images) image.loading = 'lazy'
  const start = performance.now()
  for (let index = 0; index < count; index += 1) {
    const image = /** @type {HTMLImageElement} */ (images[index % BATCH])
    if (index % 2) image.src = `/images/${index}.png`
    else image.setAttribute('src', `/images/${index}.png`)
  }
  await undefined
  return performance.now() - start
}

/** @param {number} count */
export const writeCookies = async count => {
  const start = performance.now()
  for (let index = 0; index < count; index += 1)
    document.cookie = `benchmark_${index % 5}=${index}; Path=/; SameSite=Lax`
  return performance.now() - start
}
