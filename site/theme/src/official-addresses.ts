/** 我为政府网站找错: the national form for mistakes on government websites, with site and page filled in. */
export function correctionAddress(siteIdCode: string, pageUrl: string): string {
  const given = new URLSearchParams({ site_code: siteIdCode, url: pageUrl });
  return `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?${given}`;
}

/** Where a public-security record number can be checked. */
export function policeAddress(record: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d{14}/.exec(record)?.[0] ?? ''}`;
}
