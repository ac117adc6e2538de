/** A preset for the script tag. */
export interface PresetFile {
  /** The name of the preset in a row of `services`. */
  readonly preset: string
  /** The file that stands before `consent.js`. */
  readonly file: string
}

/** The presets by the name of their service. */
export const PRESET_FILES: Readonly<Record<string, PresetFile>> = {
  'Channel Talk': { preset: 'channelTalk', file: 'preset-ct.js' },
  'Microsoft Clarity': { preset: 'clarity', file: 'preset-cl.js' },
  Hotjar: { preset: 'hotjar', file: 'preset-hj.js' },
  'Kakao Pixel': { preset: 'kakaoPixel', file: 'preset-kp.js' },
  'LINE Tag': { preset: 'lineTag', file: 'preset-ln.js' },
  'Meta Pixel': { preset: 'metaPixel', file: 'preset-mp.js' },
  'NAVER Analytics': { preset: 'naverAnalytics', file: 'preset-nv.js' },
  'Sentry Session Replay': { preset: 'sentryReplay', file: 'preset-sr.js' },
  'Sign-in': { preset: 'session', file: 'preset-si.js' },
  Vimeo: { preset: 'vimeo', file: 'preset-vm.js' },
  'Yahoo! JAPAN Ads': { preset: 'yahooTag', file: 'preset-yj.js' },
  YouTube: { preset: 'youtube', file: 'preset-yt.js' },
}
