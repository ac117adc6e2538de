// @ts-check

/** Returns the HTML of the strip above the header, which leads through the demonstration. */
export const strip = (
  /** @type {import('./layout.mjs').Words['strip']} */ words,
) => `<aside class="strip tiny" aria-label="${words.title}" data-strip>
      <div class="wrap row">
        <p class="pill tiny">${words.title}</p>
        <ol class="row">
          <li data-step="look" aria-current="step"><span>${words.look}<span class="strip-more">${words.nothing}</span></span></li>
          <li data-step="accept"><span>${words.accept}</span><button type="button" data-consent-open hidden>${words.accept}</button></li>
          <li data-step="withdraw"><button type="button" data-consent-open>${words.withdraw}<span class="strip-more">${words.atOnce}</span></button></li>
        </ol>
        <div class="strip-figures row">
          <a href="#panel-title">${words.tab}</a>
          <dl class="row">
            <div><dt>${words.requests}</dt><dd data-strip-requests>–</dd></div>
            <div><dt>${words.cookies}</dt><dd data-strip-cookies>–</dd></div>
            <div data-strip-silence hidden><dt>${words.silent}</dt><dd></dd></div>
            <div class="is-broken" data-strip-broken hidden><dt>${words.since}</dt><dd></dd></div>
          </dl>
        </div>
      </div>
    </aside>`
