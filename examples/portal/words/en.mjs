// @ts-check

/** All words of the site in English. A word may contain HTML. */
export const en = {
  site: {
    skip: 'Skip to the content',
    brand: 'SpaceONE, home',
    menu: 'Main',
    language: 'Language',
    pages: { home: 'Home', pricing: 'Pricing', privacy: 'Privacy' },
    about: 'Multi-cloud management: cost, inventory, alerts and dashboards in one place.',
    more: 'More',
    cookieSettings: 'Cookie settings',
    playground: 'Playground',
    note: 'An example site that ships with SpaceONE Consent. Figures and prices are made up.',
  },
  home: {
    title: 'SpaceONE: every cloud in one calm view',
    description:
      'SpaceONE brings the cost, inventory, alerts and dashboards of all your cloud accounts together.',
    hero: {
      kicker: 'Multi-cloud management',
      title: 'Every cloud you run, in one calm view',
      lead: 'SpaceONE brings the cost, inventory, alerts and dashboards of all your cloud accounts together, so your team spends less time collecting numbers and more time acting on them.',
      pricing: 'See pricing',
      watch: 'See what this page stores',
      ticks: ['Read-only access by default', 'AWS, Azure and Google Cloud', 'Ready within a day'],
    },
    features: {
      title: 'What your team sees',
      lead: 'Four views over the same data. Each answers a question that somebody in the company asks every week.',
      names: ['Cost', 'Inventory', 'Alerts', 'Dashboards'],
      /** @type {Record<string, string>} */
      views: {
        'Know what you spend, and why':
          'Daily cost by account, project and tag. Budgets warn you before the month is over, not after the invoice.',
        'A list that keeps itself up to date':
          'Servers, databases and networks are collected from every account on a schedule and found in seconds.',
        'The right person, the first time':
          'Alerts are grouped by project and passed along the on-call list until somebody takes them.',
        'One page per reader':
          'Start from a template for finance, operations or management, and change it until it fits.',
      },
    },
    follow: {
      kicker: 'From the bill to the server',
      title: 'A number you can follow to its cause',
      lead: 'When a project costs more than last month, two clicks take you from the total to the account, and from there to the very resource that grew.',
      ticks: [
        'Compare any two periods, by day or by month',
        'Group by project, provider, region or your own tags',
        'Share the view as a link with the filters kept',
      ],
      label:
        'Example list of changes by project: Web shop up 18 percent, Data lake down 9 percent, Mobile app up 4 percent, Internal tools down 22 percent.',
      changes: 'Change since last month',
      projects: ['Web shop', 'Data lake', 'Mobile app', 'Internal tools'],
    },
    steps: {
      title: 'Three steps to the first dashboard',
      /** @type {Record<string, string>} */
      list: {
        Connect:
          'Give SpaceONE a read-only role in each account. There is nothing to install in your workloads.',
        Collect:
          'Collectors gather cost and resources on the schedule you choose, and keep the history.',
        Act: 'Set budgets and alert rules, and hand each project the dashboard it needs.',
      },
    },
  },
  pricing: {
    title: 'Pricing | SpaceONE',
    description: 'Plans for SpaceONE: Starter, Team and Enterprise.',
    kicker: 'Pricing',
    heading: 'Pay for the clouds you manage, not for the people who look',
    lead: 'Every plan includes all four views and an unlimited number of users. You move up when the number of accounts grows.',
    flag: 'Most teams start here',
    plans: [
      {
        name: 'Starter',
        who: 'For a first look at one or two accounts',
        price: '$0 <small>per month</small>',
        accounts: 'Up to 2 cloud accounts',
        ticks: [
          'Cost and inventory',
          'One dashboard per project',
          '30 days of history',
          'Help from the community',
        ],
        action: 'Start for free',
      },
      {
        name: 'Team',
        who: 'For teams that run several clouds every day',
        price: '$240 <small>per month</small>',
        accounts: 'Up to 20 cloud accounts',
        ticks: [
          'Everything in Starter',
          'Budgets, alerts and on-call lists',
          '13 months of history',
          'Help by e-mail on working days',
        ],
        action: 'Talk to us',
      },
      {
        name: 'Enterprise',
        who: 'For groups with their own rules and regions',
        price: 'On request',
        accounts: 'Any number of accounts',
        ticks: [
          'Everything in Team',
          'Single sign-on and audit log',
          'Your own region or data center',
          'A named contact',
        ],
        action: 'Talk to us',
      },
    ],
    aside: 'These are example prices. They belong to this demonstration only.',
    questions: {
      title: 'Questions we hear often',
      /** @type {Record<string, string>} */
      list: {
        'What counts as a cloud account?':
          'One AWS account, one Azure subscription or one Google Cloud project. Empty accounts are not counted.',
        'Can we change the plan later?':
          'Yes, at any time. The new plan applies from the next day, and the month is settled to the day.',
        'Does SpaceONE change anything in our clouds?':
          'No. It reads cost and resource data through a read-only role. Anything further needs a separate permission from you.',
      },
    },
  },
  privacy: {
    title: 'Privacy policy | SpaceONE',
    description: 'How SpaceONE handles personal information, and which cookies this site uses.',
    kicker: 'Version 2024-01-18',
    heading: 'Privacy policy',
    lead: 'This policy says what SpaceONE (“the Company”) does with personal information, under the Personal Information Protection Act of the Republic of Korea.',
    aside:
      'In force since <time datetime="2024-01-18">January 18, 2024</time>. The Korean text prevails. This translation is for your convenience. A short example text, written for this demonstration site.',
    contents: 'Articles',
    /** @type {Record<string, string>} */
    articles: {
      'Article 1 (Why personal information is processed)':
        'The Company processes personal information only to answer inquiries, to provide and protect the service, and to learn how its website is used. If a purpose changes, consent is asked for again.',
      'Article 2 (What is collected)':
        'The Company does not collect personal information of children under 14.',
      'Article 3 (How long it is kept)':
        'Information is kept for the period you agreed to, or for as long as a law requires, and no longer.',
      'Article 4 (Processing by others on our behalf)':
        'Some work is entrusted to service providers. Contracts oblige them to keep the information safe, and the Company supervises that they do.',
      'Article 5 (Provision to third parties)':
        'Personal information is given to third parties only with your consent, where a law requires it, or where life or body is in urgent danger.',
      'Article 6 (Transfer overseas)':
        'If you allow analytics, Google LLC (United States) receives your visits over the network at the moment a page is opened: the cookie identifiers of Article 9, the pages viewed, and facts about browser and device, for usage statistics. You can refuse this at any time as Article 9 describes; the site works as before.',
      'Article 7 (Destruction)':
        'Information that is no longer needed is destroyed without delay: electronic files so that they cannot be restored, paper by shredding or burning. What another law obliges us to keep is stored apart from the rest.',
      'Article 8 (Security measures)':
        'The Company limits and records access, encrypts information, trains its staff and guards the places where systems and documents are kept.',
      'Article 9 (Cookies: automatic collection and how to refuse it)':
        'Cookies are small pieces of text that a website stores in your browser and reads again later. The Company uses them to remember your choice and, if you allow it, to see how the site is used so that it can offer you a service that suits you better.',
      'Article 10 (Privacy officer)':
        'The privacy officer and the privacy team handle complaints and questions: <a href="mailto:privacy@spaceone.example">privacy@spaceone.example</a>.',
      'Article 11 (Your rights and how to use them)':
        'You, or somebody who represents you, can ask at any time to see, correct or delete your personal information, or to stop its processing. The Company first checks who is asking.',
      'Article 12 (Where to send a request)':
        'Requests for access are received by the privacy team named in Article 10 and answered as quickly as possible.',
      'Article 13 (If your rights have been infringed)':
        'You can turn to the Personal Information Dispute Mediation Committee or to the Privacy Infringement Report Center of the Republic of Korea.',
      'Article 14 (Linked websites)':
        'This site may link to sites of others. Their policies are their own; please read them when you visit.',
      'Article 15 (Changes to this policy)':
        'Changes are announced on this website. This version has been in force since January 18, 2024. Earlier versions can be requested from the privacy team:',
    },
    collected: [
      'Inquiries on this website: name, company, e-mail address and the text of the inquiry',
      'Service console: user ID, name and e-mail address',
      'Created while the service is used: access records and, if you allow analytics, the cookies in Article 9',
    ],
    cookies: {
      statistics: 'Usage statistics',
      google:
        'The Company uses Google Analytics to understand which pages are visited and how. It is loaded only after you allow it (opt-in), and collects no information that identifies you as a person. Until then, and after a refusal, nothing is loaded from Google, no statistics cookie is set, and every page works the same.',
      table: 'Cookies of this site',
      list: 'This site sets <code>spaceone_consent</code>, which remembers your choice about cookies for 184 days, and, if you allow analytics, <code>_ga</code> and <code>_ga_&lt;ID&gt;</code> for Google LLC (Google Analytics), which tell visitors and sessions apart for statistics for up to 13 months (34,128,000 seconds).',
      id: '&lt;ID&gt; stands for the measurement ID that Google Analytics gave this site.',
      refuse: 'How to refuse',
      anyTime:
        'You can allow or refuse analytics at any time, and take a permission back as easily as you gave it.',
      open: 'Open cookie settings',
      choice: 'Your choice',
      noChoice: 'You have not made a choice yet, or JavaScript is off.',
      browser: 'In your browser',
      inBrowser:
        'You can also block or delete cookies in the settings of your browser, usually under “Privacy”. If you block all cookies, your choice cannot be remembered and functions that need you to sign in may not work.',
      optOut:
        'Google describes on its own page how Google Analytics can be turned off in a browser: <a href="https://tools.google.com/dlpage/gaoptout?hl=en" rel="noopener">How to disable Google Analytics</a>',
    },
    earlier: [
      'Version 1.1 (<time datetime="2022-07-01">2022-07-01</time>)',
      'Version 1.2 (<time datetime="2022-07-25">2022-07-25</time>)',
      'Version 1.3 (<time datetime="2022-08-26">2022-08-26</time>)',
      'Version 1.4 (<time datetime="2022-12-30">2022-12-30</time>)',
    ],
    annex: {
      title: 'Annex: what this site collects',
      lead: 'These tables are drawn from what runs on this site, so they agree with it. Each says below what it is drawn from.',
      cookies: 'Article 9 lists the cookies of this site.',
      behavioural: 'Article 9 says what Google Analytics collects, and how to refuse.',
      transfers: 'Article 6 says what is transferred abroad.',
      recipients: 'Articles 4 and 5 say who receives personal information.',
      'external-transmission':
        'Articles 6 and 9 say what is sent to Google LLC, and how to refuse.',
    },
  },
  strip: {
    title: 'Demonstration',
    look: 'Look',
    nothing: ': nothing was requested',
    accept: 'Accept',
    withdraw: 'Withdraw',
    atOnce: ': silent at once',
    tab: 'This tab',
    requests: 'Requests<span class="strip-more"> to Google</span>',
    cookies: 'Cookies<span class="strip-more"> of Google</span>',
    since: 'Since the withdrawal',
    silent: 'Silent for',
  },
  panel: {
    live: 'Live',
    title: 'See for yourself: what this tab has sent and stored',
    lead: 'Nothing is loaded for statistics until you allow it. Make a choice in the cookie notice, change it later, and watch what happens here.',
    noScript: 'This panel needs JavaScript.',
    requests: 'Requested of Google by this tab',
    scripts: 'Scripts',
    hits: 'Hits',
    nothing: 'Nothing has been requested',
    cookies: 'Stored now: cookies',
    blocked: 'Blocked on this page',
    nothingBlocked:
      'Nothing on this page has tried to reach Google. Press the button, and the page tries.',
    noLedger:
      'The ledger is off. <code>npm start</code> switches it on here, and <code>data-debug</code> on the script tag of your own site.',
    tryGoogle: 'Let this page try',
    aboutTry:
      'The page then calls fetch and sendBeacon with the address of Google’s stand-in, and writes the cookie _ga_TRY, as a tag would.',
    record: 'Your record',
    waiting: 'waiting for the consent script',
    timeLine: 'Your decisions, and what followed',
    note: 'This example talks to a stand-in of gtag.js on this machine. Nothing is sent to Google.',
    restart: 'Erase everything and start over',
  },
  /** The words that `demonstration` writes into the panel. */
  live: {
    script: 'script',
    hit: 'hit',
    event: 'Event',
    by: 'Attempted by',
    rule: 'Rule',
    needs: 'Needs consent to',
    none: 'none',
    undecided: 'no choice yet',
    allowed: 'analytics allowed',
    refused: 'analytics refused',
    outdated: 'the policy has changed: please choose again',
    expired: 'the choice has run out: please choose again',
    restricted: 'not asked (visitor under 14)',
    categories: { analytics: 'analytics' },
    fields: {
      granted: 'Granted',
      refused: 'Refused',
      decidedAt: 'Decided on',
      expiresAt: 'Valid until',
      how: 'How',
      version: 'Policy version',
      language: 'Language',
      number: 'Number of the decision',
      hash: 'Hash of the notice',
    },
    nothing: 'nothing',
    methods: {
      accept: 'everything accepted',
      reject: 'everything rejected',
      custom: 'chosen one by one',
      withdraw: 'withdrawn',
    },
    surfaces: {
      banner: 'in the banner',
      preferences: 'in the cookie settings',
      inline: 'on a page',
      api: 'by the page’s code',
    },
    inHtml: 'the HTML',
    deleted: 'found and deleted',
    noGrant: 'nothing: always blocked',
    requests: 'Requests of this tab: {count}.',
    granted: 'Analytics allowed',
    started: 'Google Analytics started.',
    withdrawn: 'Analytics withdrawn',
    silent: 'Google Analytics fell silent.',
    cookiesDeleted: 'Cookies deleted: {names}.',
    rejected: 'Analytics refused',
    notStarted: 'Nothing was started.',
    before: 'Before the first decision',
  },
}

/** The words of a language: each language has the same. @typedef {typeof en} Words */
