import type { Service } from '../core/index.ts'
import { type Preset, service } from '../gate/index.ts'
import type { Stored } from '../inventory/index.ts'
import { type IdOptions, preset, silent, useScript } from './preset.ts'

/** The options of `kakaoPixel`. */
export interface KakaoPixelOptions extends IdOptions {
  /** Kakao's cookies that you see on your site: Kakao publishes no list. @default none */
  readonly cookies?: readonly (string | Stored)[] | undefined
}

/** The global of Kakao's script. */
interface KakaoPage {
  kakaoPixel?: (id: string) => Readonly<Record<string, (...more: readonly unknown[]) => void>>
}

const NAME = 'Kakao Pixel'

/** Returns the preset of Kakao's pixel, from which `kakaoPixel` creates the service. */
export const declareKakaoPixel = (options: KakaoPixelOptions): Preset<typeof NAME> => {
  /** Kakao's function, while a function without an effect stands in its place. */
  let kept: KakaoPage['kakaoPixel']
  return preset(
    options,
    {
      name: NAME,
      // The first three by path: their hosts serve Kakao's maps and its sign-in, too.
      addresses: [
        ...['t1.daumcdn.net/kas', 't1.daumcdn.net/adfit/static/kp.js', 't1.kakaocdn.net/kas'],
        ...['bc.ad.daum.net', 'bc.ds.kakao.com', 'acid-api.ds.kakao.com'],
      ],
      cookies: Object(options).cookies ?? [],
      toolKind: 'pixel',
      entry: {
        facts: () => import('./entries/kakao-pixel.ts'),
        en: () => import('../words/en/services/kakao-pixel.ts'),
        ko: () => import('../words/ko/services/kakao-pixel.ts'),
        ja: () => import('../words/ja/services/kakao-pixel.ts'),
      },
      start(context) {
        const page = window as KakaoPage
        const run = () => page.kakaoPixel?.(options.id)['pageView']?.()
        if (kept) page.kakaoPixel = kept
        kept = undefined
        if (page.kakaoPixel) run()
        else useScript(context, NAME, 'https://t1.daumcdn.net/kas/static/kp.js', run)
      },
      // No page of Kakao names a command for it. The gate blocks what an object of the page sends.
      stop() {
        const page = window as KakaoPage
        kept ??= page.kakaoPixel
        if (kept) page.kakaoPixel = silent
      },
    },
    /^\d{10,20}$/,
  )
}

/**
 * Creates the service for Kakao's pixel, which calls `pageView` at a grant and on each page while
 * the grant lasts. At the withdrawal, a function without an effect replaces Kakao's.
 *
 * ```ts
 * categories: { marketing: { services: [kakaoPixel({ id: '4536685350611693576' })] } }
 * ```
 *
 * @throws ConsentError if the id is invalid, in development. In production the consent then
 *   grants no category.
 */
export const kakaoPixel = (options: KakaoPixelOptions): Service<typeof NAME> =>
  service(declareKakaoPixel(options))
