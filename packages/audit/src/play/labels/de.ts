import type { LabelWords } from './meanings.ts'

/** The words of German labels. */
export const de: LabelWords = {
  hasBlanks: true,
  words: {
    accept:
      'akzeptieren, akzeptiere, annehmen, zustimmen, stimme zu, zulassen, erlauben, gestatten, einwilligen, aktivieren, einverstanden',
    consent: 'zustimmung, einwilligung',
    refuse:
      'ablehnen, lehne ab, ablehnung, verweigern, verbieten, verbiete, deaktivieren, widersprechen, blockieren, opt out, stimme nicht zu, nein bitte nicht',
    withdraw: 'widerrufen, widerruf, zurückziehen',
    not: 'nicht, kein, keine, keinen, ohne, nie, nichts',
    no: 'nein',
    thanks: 'danke',
    necessary:
      'notwendig, notwendige, notwendigen, essenziell, essenzielle, essenziellen, essentiell, essentielle, essentiellen, erforderlich, erforderliche, erforderlichen, nötige, nötigen, technisch, technische, technischen, unbedingt, zwingend, minimal, minimale, nur funktionale, nur funktionale cookies',
    optional:
      'optional, optionale, optionalen, nicht notwendige, nicht notwendigen, nicht erforderliche, nicht erforderlichen, nicht essenzielle, nicht essenziellen, analyse, marketing, statistik, werbung, empfohlene',
    only: 'nur, ausschließlich, lediglich, nur funktionale, nur funktionale cookies',
    all: 'alle, alles, allen, allem, sämtliche',
    selected: 'ausgewählte, ausgewählten, auswahl, gewählte, gewählten',
    save: 'speichern, bestätigen, übernehmen, fertig, sichern',
    choose:
      'einstellungen, einstellung, anpassen, verwalten, konfigurieren, individuell, individuelle, optionen, präferenzen, auswählen, wählen, bearbeiten, ändern, personalisieren, datenschutzeinstellungen, cookieeinstellungen, privatsphäreeinstellungen, modales fenster, auswahl treffen',
    details: 'details',
    cookies:
      'cookie, cookies, ihre einwilligung, meine einwilligung, cookie einwilligung, datenschutz, privatsphäre, tracking, datenschutzeinstellungen, cookieeinstellungen, privatsphäreeinstellungen',
    fine: 'ok, okay, verstanden, ja, alles klar, in ordnung, das ist ok',
    close: 'schließen, ausblenden, verlassen',
    go: 'weiter, fortfahren, fortsetzen, nutzen, verwenden, nutzung, verwendung',
    or: 'oder, /, |',
    unclear: 'funktionale, alle auswählen, alles auswählen, alle abwählen, außer, bis auf',
    account: 'marketing',
    noun: 'banner, dienste',
    show: 'zeigen, anzeigen, öffnen',
    plain:
      'die, der, das, den, dem, ich, mich, wir, sie, mir, meine, meiner, meinen, ihre, ihrer, und, zu, zum, zur, in, im, mit, von, bitte, jetzt, seite, website, webseite, lassen, mehr, erweiterte, diese, dieser, aktuelle, für, panel',
  },
}
