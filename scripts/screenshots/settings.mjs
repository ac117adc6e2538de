// @ts-check

/** The languages that the view speaks. */
export const LANGUAGES = /** @type {const} */ (['en', 'ko', 'ja'])

/** The colour schemes that a visitor may prefer. */
export const SCHEMES = /** @type {const} */ (['light', 'dark'])

const ENGINE = 'AppleWebKit/537.36 (KHTML, like Gecko)'

/** The widths of the windows, in CSS pixels. */
export const WIDTHS = /** @type {const} */ (['320', '768', '1280'])

/** The windows by their width, each with the browser that has such a one. */
export const WINDOWS = {
  320: {
    name: 'KakaoTalk on an Android phone',
    height: 640,
    isMobile: true,
    userAgent: `Mozilla/5.0 (Linux; Android 14; SM-S921N Build/UP1A.231005.007; wv) ${ENGINE} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36;KAKAOTALK 2411010`,
  },
  768: {
    name: 'Chrome on an Android tablet',
    height: 1024,
    isMobile: true,
    userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${ENGINE} Chrome/130.0.0.0 Safari/537.36`,
  },
  1280: {
    name: 'Chrome on Windows',
    height: 800,
    isMobile: false,
    userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ENGINE} Chrome/130.0.0.0 Safari/537.36`,
  },
}

/**
 * How one picture is taken.
 *
 * @typedef {object} Setting
 * @property {typeof WIDTHS[number]} width
 * @property {typeof LANGUAGES[number]} language
 * @property {typeof SCHEMES[number]} scheme
 */
