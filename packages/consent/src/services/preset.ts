import type { StartContext } from '../core/index.ts'
import type { Preset } from '../gate/index.ts'
import type { StatedFacts } from '../inventory/index.ts'
import { IS_TAG } from '../shared/build.ts'

/** The options that all presets but `session` have, which has only `facts` of them. */
export interface PresetOptions {
  /** The category whose grant starts the service. @default the category that lists the service */
  readonly category?: string | undefined
  /**
   * Facts that replace those of our entry where the entry is not true of this site. @default none
   */
  readonly facts?: StatedFacts | undefined
}

/** The options of a preset whose vendor gives each site an id. */
export interface IdOptions extends PresetOptions {
  /** The id that the vendor shows in the snippet for the site. */
  readonly id: string
}

/** What the file of a preset passes to `preset`: the name, rule, facts and code of a service. */
type Stated<Name extends string> = Pick<Preset<Name>, 'name' | 'addresses' | 'cookies' | 'entry'> &
  Partial<Pick<Preset, 'toolKind' | 'storage' | 'necessary' | 'start' | 'stop'>>

/**
 * Returns what the file of a preset states of a service, with a site's options.
 *
 * @param form The form of the vendor's ids. @default the vendor gives no ids
 */
export const preset = <Name extends string>(
  options: Partial<IdOptions> | undefined,
  stated: Stated<Name>,
  form?: RegExp,
): Preset<Name> => {
  const { category, facts, id = '' } = Object(options) as Partial<IdOptions>
  return {
    ...{ start() {}, stop() {}, ...(facts as object), ...stated, category, id },
    ...(facts && { facts }),
    // `npx spaceone-consent build` writes the options for the script tag.
    ...(!IS_TAG && { options }),
    isInvalid: form && !form.test(id),
  }
}

/**
 * Adds a script to the page as blocked markup, which the gate runs once the service is granted.
 * Adds nothing if the page has a blocked copy, such as after the gate has ended a download.
 */
export const addScript = ({ consent, category }: StartContext, name: string, src: string): void => {
  if (document.querySelector(`script[type="text/plain"][data-src="${src}"]`)) return
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.async = true
  script.nonce = consent.options.nonce ?? ''
  script.dataset['consent'] = `${category}/${name}`
  script.dataset['src'] = src
  document.head.append(script)
}

/**
 * Adds a script, see `addScript`, and calls `use` after the script has run, unless the grant has
 * ended. Is for vendors whose snippets have no queue, and for LINE, whose `init` must run once.
 * Listens on the document, since the gate may replace the script by a copy.
 */
export const useScript = (
  context: StartContext,
  name: string,
  src: string,
  use: () => void,
): void => {
  document.addEventListener(
    'load',
    ({ target }) => (target as HTMLScriptElement).src === src && use(),
    { capture: true, signal: context.signal },
  )
  addScript(context, name, src)
}

/** Returns an object that has a function of every name, which does nothing. */
export const silent = <Functions extends object>(): Functions =>
  new Proxy({}, { get: () => () => {} }) as Functions

/**
 * Returns the vendor's function on `window`. If `window` has no such function, creates one that
 * queues its calls in `q`, as the snippets of Channel Talk, Clarity and Hotjar do.
 */
export const queueOf = <Queue extends (...call: never[]) => unknown>(name: string): Queue => {
  const page = window as unknown as Record<string, { q?: IArguments[] } | undefined>
  const queue = function () {
    queue.q ??= []
    // biome-ignore lint/complexity/noArguments: vendors read the queue as lists of arguments
    queue.q.push(arguments)
  } as { (): void; q?: IArguments[] }
  page[name] ??= queue
  return page[name] as unknown as Queue
}
