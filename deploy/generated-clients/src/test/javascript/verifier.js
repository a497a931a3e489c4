// What a product or a verifier of credentials does with what this system signed, by a JOSE library that knows nothing of it.
// Each function is one test: `alliance` is { url, key, expiresAt, credential }.
const { createRemoteJWKSet, jwtVerify, importJWK, SignJWT, generateKeyPair, decodeProtectedHeader, errors } = require('jose');

const keysOf = alliance => createRemoteJWKSet(new URL('/.well-known/jwks.json', alliance.url));
const asLicense = alliance => ({ issuer: alliance.url, typ: 'evaluation-license+jwt', algorithms: ['EdDSA'] });

async function refusedWith(kind, promise) {
  const outcome = await promise.then(() => 'It was accepted.', error => error);
  if (!(outcome instanceof kind)) {
    throw new Error(`Not refused with ${kind.code}: ${outcome}`);
  }
}

function mustBe(expected, actual) {
  if (expected !== actual) {
    throw new Error(`Expected ${expected}, got ${actual}`);
  }
}

function changed(compact, index, change) {
  const parts = compact.split('.');
  const content = Buffer.from(parts[index], 'base64url').toString();
  parts[index] = Buffer.from(change(content)).toString('base64url');
  if (parts.join('.') === compact) {
    throw new Error('Nothing was changed');
  }
  return parts.join('.');
}

exports.aGoodKeyIsAccepted = async alliance => {
  const { payload } = await jwtVerify(alliance.key, keysOf(alliance), asLicense(alliance));
  mustBe('VSO-XP Help Desk', payload.product);
  mustBe(Date.parse(alliance.expiresAt) / 1000, payload.exp);
};

exports.aTamperedKeyIsRefused = async alliance => {
  const tampered = changed(alliance.key, 1, claims => claims.replace('Help Desk', 'Everything'));
  await refusedWith(errors.JWSSignatureVerificationFailed, jwtVerify(tampered, keysOf(alliance), asLicense(alliance)));
};

exports.anExpiredKeyIsRefused = async alliance => {
  const afterwards = { ...asLicense(alliance), currentDate: new Date(alliance.expiresAt) };
  await refusedWith(errors.JWTExpired, jwtVerify(alliance.key, keysOf(alliance), afterwards));
};

exports.aKeyUnderAStrangersNameIsRefused = async alliance => {
  await refusedWith(errors.JWKSNoMatchingKey, jwtVerify(await strangersKey(alliance, 'stranger'), keysOf(alliance), asLicense(alliance)));
};

exports.aKeyUnderAFalseNameIsRefused = async alliance => {
  const { kid } = decodeProtectedHeader(alliance.key);
  const forged = await strangersKey(alliance, kid);
  await refusedWith(errors.JWSSignatureVerificationFailed, jwtVerify(forged, keysOf(alliance), asLicense(alliance)));
};

async function strangersKey(alliance, kid) {
  const { privateKey } = await generateKeyPair('EdDSA');
  return new SignJWT({ product: 'VSO-XP Help Desk' })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'evaluation-license+jwt', kid })
    .setIssuer(alliance.url)
    .setExpirationTime('1h')
    .sign(privateKey);
}

// As Open Badges 3.0 has it: the header's kid leads to the key, and the claims repeat what the credential says.
exports.theCredentialIsAccepted = async alliance => {
  const { payload } = await jwtVerify(alliance.credential, await keyLinkedBy(alliance.credential), {
    issuer: alliance.url, typ: 'JWT', algorithms: ['EdDSA'] });
  mustBe(payload.issuer.id, payload.iss);
  mustBe(payload.id, payload.jti);
  mustBe(payload.credentialSubject.id, payload.sub);
  mustBe(Date.parse(payload.validUntil) / 1000, payload.exp);
  mustBe('VSO-XP Alliance Premier Partner', payload.credentialSubject.achievement.name);
};

exports.aTamperedCredentialIsRefused = async alliance => {
  const tampered = changed(alliance.credential, 1, claims => claims.replaceAll('Premier', 'Supreme'));
  await refusedWith(errors.JWSSignatureVerificationFailed, keyLinkedBy(alliance.credential).then(key => jwtVerify(tampered, key)));
};

exports.aCredentialOpensNoProduct = async alliance => {
  await refusedWith(errors.JWTClaimValidationFailed,
    keyLinkedBy(alliance.credential).then(key => jwtVerify(alliance.credential, key, asLicense(alliance))));
};

exports.theLinkedKeyIsOneOfTheSet = async alliance => {
  const linked = await (await fetch(decodeProtectedHeader(alliance.credential).kid)).json();
  const { keys } = await (await fetch(new URL('/.well-known/jwks.json', alliance.url))).json();
  mustBe(1, keys.filter(key => key.kid === linked.kid && key.x === linked.x).length);
};

async function keyLinkedBy(compact) {
  const answer = await fetch(decodeProtectedHeader(compact).kid);
  return importJWK(await answer.json(), 'EdDSA');
}
