/** cn: cloud.tencent.com, billed in CNY. intl: tencentcloud.com / trtc.io, billed in USD. */
export type Site = 'cn' | 'intl';
export type Currency = 'CNY' | 'USD';

export const CURRENCY_OF_SITE: Readonly<Record<Site, Currency>> = { cn: 'CNY', intl: 'USD' };
