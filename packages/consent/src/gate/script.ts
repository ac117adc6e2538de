import type { NotInferred, Service } from '../core/index.ts'
import { isInvalid } from '../options/check-options.ts'
import { SRC } from '../options/forms.ts'
import { ownCopy } from '../shared/own-properties.ts'
import { createElement, ownDocument } from '../shared/platform.ts'
import { type CategoryOrReason, type ServiceOptions, service } from './service.ts'
import { setAddress } from './set-address.ts'

/** The options of `script`. */
export type ScriptOptions<Name extends string = string> = CategoryOrReason &
  Partial<Omit<ServiceOptions<Name>, 'start' | 'stop' | 'refused'>> & {
    /** The address of the script: https, http on localhost, or a path on this site. */
    readonly src: string
    /**
     * Is called when the grant ends, also by expiry or by `destroy()`. Must silence the script,
     * since no script can be unloaded.
     * @default nothing is called
     */
    readonly stop?: (() => void) | undefined
  }

/**
 * Creates a service that loads a script at the grant, once per page. If the script has failed to
 * load, or a withdrawal has ended its download, the next grant loads it again.
 *
 * ```ts
 * script({ src: 'https://chat.example/widget.js', cookies: ['chat_*'], stop: () => Chat.close() })
 * ```
 *
 * By default `name` and `addresses` are the host of `src`, or the path if `src` is only a path;
 * recipients and retention are "Not stated".
 *
 * @throws ConsentError if `src` is invalid, in development.
 */
export const script = <Name extends string = string>(
  options: ScriptOptions<Name>,
): Service<NotInferred<Name>> => {
  const given = ownCopy(options) ?? {}
  const { src = '' } = given
  const isSrcInvalid = isInvalid('src', src, SRC)
  const hosts = isSrcInvalid ? [] : [hostOf(src)]
  const { name = `${hosts}` as Name, addresses = hosts, cookies = [], stop = () => {} } = given
  let isLoaded = false
  return Object.assign(
    service({
      recipients: 'not-stated',
      retention: 'not-stated',
      ...given,
      name,
      addresses,
      cookies,
      stop,
      start({ consent }) {
        if (isLoaded) return
        isLoaded = true
        const element = createElement('script')
        element.async = true
        element.nonce = consent.options.nonce ?? ''
        // `endDownloads` dispatches `error`, too. Firefox dispatches a second one when the file arrives.
        const reset = () => {
          isLoaded = false
        }
        element.addEventListener('error', reset, { once: true })
        setAddress(element, src)
        ownDocument.head.append(element)
      },
    }),
    { isInvalid: isSrcInvalid },
  )
}

/** Returns the host of an address, or the path if the address is only a path. */
const hostOf = (src: string): string => src.replace(/^\w+:\/\/([^/?#]+).*|[?#].*/s, '$1')
