export default { site: 'https://www.example.gov.cn' };
