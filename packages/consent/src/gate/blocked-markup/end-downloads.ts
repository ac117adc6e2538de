import { createElement, dispatch } from '../../shared/platform.ts'

/** The scripts that `watchDownload` has seen. */
const seen = new WeakSet<Element>()

/**
 * The scripts that have neither loaded nor failed yet. Weak references, since a script of
 * `innerHTML` never loads and would stay in the set.
 */
const downloads = new Set<WeakRef<Element>>()

/** Notes a script that is about to be downloaded, once: a moved script is not downloaded again. */
export const watchDownload = (script: Element): void => {
  if (seen.has(script)) return
  seen.add(script)
  const download = new WeakRef(script)
  for (const type of ['load', 'error'])
    script.addEventListener(type, () => downloads.delete(download))
  downloads.add(download)
}

/**
 * Keeps scripts that are being downloaded, but are no longer granted, from running: moves each to
 * another document, and dispatches its `error`, since loaders wait for `load` or `error`. A removal
 * of the script, its `type` or its `src` would not keep the script from running.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#execute-the-script-element
 */
export const endDownloads = (missingGrantOf: (script: Element) => string | undefined): void => {
  for (const download of downloads) {
    const script = download.deref()
    if (script && missingGrantOf(script) === undefined) continue
    downloads.delete(download)
    if (!script) continue
    dispatch('error', script)
    // The content of a template belongs to another document.
    createElement('template').content.append(script)
  }
}
