package org.verger.approvals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.verger.machine.DataFolder;

/** Signs what stands in links, with a key of its own that is made from the application's secret. */
@Component
class LinkKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "verger task links";

  private final String given;
  private final boolean demo;
  private final ObjectProvider<DataFolder> folder;

  LinkKey(
      @Value("${verger.security.jwt-secret:}") String given,
      @Value("${verger.demo:false}") boolean demo,
      ObjectProvider<DataFolder> folder) {
    this.given = given;
    this.demo = demo;
    this.folder = folder;
  }

  /** The signature, in letters that an address can hold. */
  String sign(String text) {
    byte[] key = mac(secret().getBytes(StandardCharsets.UTF_8), PURPOSE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
  }

  /** Whether the text was signed by this application; takes as long for a wrong signature. */
  boolean signed(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private String secret() {
    if (!given.isBlank()) {
      return given;
    }
    if (!demo) {
      throw new IllegalStateException(
          "Links cannot be signed: set VERGER_SECURITY_JWT_SECRET, the same on every node");
    }
    return folder.getObject().secret("jwt");
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
