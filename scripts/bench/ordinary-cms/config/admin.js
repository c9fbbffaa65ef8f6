module.exports = {
  serveAdminPanel: false,
  auth: { secret: process.env.ADMIN_JWT_SECRET },
  apiToken: { salt: process.env.API_TOKEN_SALT },
  transfer: { token: { salt: process.env.TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: process.env.ENCRYPTION_KEY },
};
