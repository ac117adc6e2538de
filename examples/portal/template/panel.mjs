// @ts-check

/** Returns the HTML of the panel near the end of each page, which `demonstration` fills. */
export const panel = (
  /** @type {import('./layout.mjs').Words['panel']} */ words,
) => `<section class="panel" aria-labelledby="panel-title" data-panel>
        <div class="wrap">
          <div class="intro stack">
            <p class="kicker">${words.live}</p>
            <h2 id="panel-title">${words.title}</h2>
            <p class="lead">${words.lead}</p>
          </div>
          <noscript><p class="tiny faint">${words.noScript}</p></noscript>
          <div class="panel-columns">
            <div>
              <div class="card">
                <h3>${words.requests}</h3>
                <dl class="counts">
                  <div><dt class="tiny faint">${words.scripts}</dt><dd data-panel-scripts>–</dd></div>
                  <div><dt class="tiny faint">${words.hits}</dt><dd data-panel-hits>–</dd></div>
                </dl>
                <p class="panel-nothing small soft" data-panel-nothing>${words.nothing}</p>
                <ol class="entries dated small" data-panel-requests></ol>
              </div>
              <div class="card">
                <h3>${words.blocked}</h3>
                <p class="panel-nothing small soft" data-panel-unblocked>${words.nothingBlocked}</p>
                <p class="panel-nothing small soft" data-panel-no-ledger hidden>${words.noLedger}</p>
                <ol class="entries named small" data-panel-blocked></ol>
                <button class="button button-quiet" type="button" data-panel-try>${words.tryGoogle}</button>
                <p class="tiny faint">${words.aboutTry}</p>
              </div>
              <div class="card">
                <h3>${words.timeLine}</h3>
                <ol class="entries dated time-line small" data-panel-time-line></ol>
              </div>
            </div>
            <div>
              <div class="card">
                <h3>${words.cookies}</h3>
                <ul class="entries named small" data-panel-cookies></ul>
              </div>
              <div class="card">
                <h3>${words.record}</h3>
                <p class="choice" data-panel-choice>${words.waiting}</p>
                <dl class="record small" data-panel-record></dl>
              </div>
            </div>
          </div>
          <p class="tiny faint">${words.note}</p>
          <button class="button button-quiet" type="button" data-panel-restart>${words.restart}</button>
        </div>
      </section>`
