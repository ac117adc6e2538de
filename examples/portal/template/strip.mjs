// @ts-check

/**
 * Returns the strip above the header, which leads through the demonstration. It belongs to the
 * example and not to the SDK. `demonstration/strip.js` fills the figures and marks the steps.
 *
 * @param {import('./layout.mjs').Words['strip']} words
 */
export const strip = words => `<aside class="strip" aria-label="${words.title}" data-strip>
      <div class="wrap">
        <p class="strip-title">${words.title}</p>
        <ol class="strip-steps">
          <li data-step="look" aria-current="step"><span>${words.look}<span class="strip-more">${words.nothing}</span></span></li>
          <li data-step="accept"><span>${words.accept}</span><button type="button" data-consent-open hidden>${words.accept}</button></li>
          <li data-step="withdraw"><button type="button" data-consent-open>${words.withdraw}<span class="strip-more">${words.silent}</span></button></li>
        </ol>
        <div class="strip-figures">
          <span class="strip-tab">${words.tab}</span>
          <dl>
            <div><dt>${words.requests}</dt><dd data-strip-requests>–</dd></div>
            <div><dt>${words.cookies}</dt><dd data-strip-cookies>–</dd></div>
            <div data-strip-silence hidden>
              <dt><span class="strip-more">${words.since}</span><span class="strip-less">${words.silence}</span></dt>
              <dd><span class="strip-more"><span data-strip-since></span> · </span><span data-strip-silent></span></dd>
            </div>
          </dl>
        </div>
      </div>
    </aside>`
