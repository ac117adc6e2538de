import { checkText, type Service, type Written } from '../core/index.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { ownDocument } from '../shared/own-document.ts'
import { type ServiceOptions, service } from './service.ts'
import { setAddress } from './set-address.ts'

/** What a host says of a service that is one script. */
export interface ScriptOptions<Name extends string = string>
  extends Partial<
    Pick<ServiceOptions<Name>, 'name' | 'category' | 'match' | 'cookies' | 'storage' | 'recipient'>
  > {
  /** The address of the script: https, or on this site. */
  readonly src: string
  /** Silences it at the withdrawal: a script that has run cannot be taken back. @default nothing */
  readonly stop?: (() => void) | undefined
}

/**
 * Loads a script at the grant, once in a page.
 *
 * ```ts
 * script({ src: 'https://chat.example/widget.js', cookies: ['chat_*'], stop: () => Chat.close() })
 * ```
 *
 * `name` and `match` follow from its address: another site's whole host, or the script alone where
 * it is on this site.
 *
 * @throws ConsentError when the address is none.
 */
export const script = <Name extends string = string>(
  options: ScriptOptions<Name>,
): Service<Written<Name>> => {
  const given = ownCopy(options)
  const src = given?.src ?? ''
  checkText(
    'src',
    src,
    /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/|\/(?!\/))[!-[\]-~]+$/,
  )
  const {
    name = hostOf(src) as Name,
    match = [hostOf(src)],
    cookies = [],
    stop = () => {},
    ...rest
  } = given
  let isLoaded = false
  return service({
    ...rest,
    name,
    match,
    cookies,
    stop,
    start({ consent }) {
      if (isLoaded) return
      isLoaded = true
      const element = ownDocument.createElement('script')
      element.async = true
      element.nonce = consent.options.nonce ?? ''
      setAddress(element, src)
      ownDocument.head.append(element)
    },
  })
}

/** The host of an address; of one on this site, its path. */
const hostOf = (src: string): string => src.replace(/^\w+:\/\/([^/?#]+).*|[?#].*/s, '$1')
