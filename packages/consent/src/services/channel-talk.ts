import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { addScript, type IdOptions, preset, queueOf } from './preset.ts'

/** The options of `channelTalk`. */
export interface ChannelTalkOptions extends IdOptions {
  /** Further options of `ChannelIO('boot', …)`, such as `language`. @default none */
  readonly boot?: Readonly<Record<string, unknown>> | undefined
}

/** Channel Talk's function: a queue until the script runs, then the script's own. */
interface ChannelIO {
  (command: string, ...more: readonly unknown[]): void
  /** The calls that wait for the script. */
  q?: unknown[] | undefined
}

const NAME = 'Channel Talk'

/** Returns the preset of Channel Talk, from which `channelTalk` creates the service. */
export const declareChannelTalk = (options: ChannelTalkOptions): Preset<typeof NAME> => {
  let isAdded = false
  return preset(
    options,
    {
      name: NAME,
      // https://developers.channel.io/reference/content-security-policy-kr (read in quotations,
      // 2026-12-01). Sentry's hosts in this list belong to other services, too.
      addresses: ['*.channel.io', '*.channel.app'],
      // No page of the vendor lists cookies: these names were seen on sites.
      cookies: ['ch-veil-id', 'ch-session-*'],
      storage: ['Channel.*'],
      entry: {
        facts: () => import('./entries/channel-talk.ts'),
        en: () => import('../words/en/services/channel-talk.ts'),
        ko: () => import('../words/ko/services/channel-talk.ts'),
        ja: () => import('../words/ja/services/channel-talk.ts'),
      },
      start(context) {
        const { boot, id } = options
        const channel = queueOf<ChannelIO>('ChannelIO')
        if (!isAdded) addScript(context, NAME, 'https://cdn.channel.io/plugin/ch-plugin-web.js')
        isAdded = true
        channel('boot', { ...boot, pluginKey: id }, () => {
          // The answer may arrive after a withdrawal.
          if (context.signal.aborted) channel('shutdown')
        })
      },
      stop() {
        const channel = queueOf<ChannelIO>('ChannelIO')
        // A script that arrives later must boot nothing.
        if (channel.q) channel.q.length = 0
        channel('shutdown')
      },
    },
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  )
}

/**
 * Creates the service for the chat of Channel Talk. A withdrawal calls the vendor's `shutdown`; a
 * WebSocket that `shutdown` leaves open stays, since the gate blocks no WebSocket.
 *
 * ```ts
 * categories: { support: { services: [channelTalk({ id: '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const channelTalk = (options: ChannelTalkOptions): Service<typeof NAME> =>
  service(declareChannelTalk(options))
