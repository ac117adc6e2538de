// @ts-check

/** What the iframe calls itself. */
const TITLES = { en: 'Product tour', ko: '제품 소개 영상', ja: '製品紹介動画' }

/**
 * Gives the change that puts a held iframe on top of a page's content.
 *
 * @param {keyof typeof TITLES} language
 * @returns {(html: string) => string}
 */
export const addPlaceholder = language => html =>
  html.replace(
    /(<main [^>]*>)/,
    `$1<div class="block"><div class="wrap"><iframe data-consent="analytics"
      data-src="https://video.example/embed/1" title="${TITLES[language]}"
      style="width:100%;max-width:560px;aspect-ratio:16/9;border:0"></iframe></div></div>`,
  )
