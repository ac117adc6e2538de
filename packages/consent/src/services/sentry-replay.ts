import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import { type PresetOptions, preset } from './preset.ts'

/** What `Sentry.getReplay()` returns. */
interface Replay {
  /** Starts to record, and sends the recording. */
  start(): void
  /** Starts to record, and at an error sends the last minute and what follows. */
  startBuffering(): void
  /** Before version 11, `stop` has no options, and sends what was recorded since `start`. */
  stop(options?: { readonly flush?: boolean }): Promise<void>
}

/** The options of `sentryReplay`. */
export interface SentryReplayOptions extends PresetOptions {
  /**
   * Returns the recorder of your `Sentry.init`: `() => Sentry.getReplay()`. The sample rates of
   * replays in `Sentry.init` must be 0, else Sentry records before the grant.
   */
  readonly getReplay: () => Replay | undefined | Promise<Replay | undefined>
  /** Whether to keep only the last minute until an error, and send it then. @default false */
  readonly buffer?: boolean | undefined
}

const NAME = 'Sentry Session Replay'

/** Returns the preset of Sentry's recordings, from which `sentryReplay` creates the service. */
export const declareSentryReplay = (options: SentryReplayOptions): Preset<typeof NAME> =>
  preset(options, {
    name: NAME,
    // None: a recording and an error have the same address.
    addresses: [],
    cookies: [],
    storage: ['sentryReplaySession'],
    entry: {
      facts: () => import('./entries/sentry-replay.ts'),
      en: () => import('../words/en/services/sentry-replay.ts'),
      ko: () => import('../words/ko/services/sentry-replay.ts'),
      ja: () => import('../words/ja/services/sentry-replay.ts'),
    },
    async start({ signal }) {
      const replay = await options.getReplay()
      if (signal.aborted) return
      if (options.buffer) replay?.startBuffering()
      else replay?.start()
    },
    async stop() {
      const replay = await options.getReplay()
      await replay?.stop({ flush: false })
    },
  })

/**
 * Creates the service for Sentry's Session Replay. Reports of errors go on without a grant: they
 * are no part of this service.
 *
 * ```ts
 * Sentry.init({ dsn, integrations: [Sentry.replayIntegration()] })
 * const replay = sentryReplay({ getReplay: () => Sentry.getReplay() })
 * ```
 */
export const sentryReplay = (options: SentryReplayOptions): Service<typeof NAME> =>
  service(declareSentryReplay(options))
