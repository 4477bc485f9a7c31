import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks a detached CMS signature with Bouncy Castle: CheckSeal CERTIFICATE CONTENT SIGNATURE. Ends with 1 when it does not hold. */
public class CheckSeal {
  public static void main(String[] paths) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    X509Certificate certificate;
    try (FileInputStream in = new FileInputStream(paths[0])) {
      certificate = (X509Certificate) CertificateFactory.getInstance("X.509", "BC").generateCertificate(in);
    }
    certificate.verify(certificate.getPublicKey(), "BC");
    CMSSignedData seal = new CMSSignedData(
        new CMSProcessableByteArray(Files.readAllBytes(Path.of(paths[1]))), Files.readAllBytes(Path.of(paths[2])));
    boolean held = seal.getSignerInfos().size() == 1;
    for (SignerInformation signer : seal.getSignerInfos()) {
      // This builder refuses a certificate that was out of its dates at the signing time.
      held &= signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(certificate));
      held &= signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null;
      Time time = Time.getInstance(
          signer.getSignedAttributes().get(CMSAttributes.signingTime).getAttrValues().getObjectAt(0));
      System.out.println("signer: " + certificate.getSubjectX500Principal());
      System.out.println("signing time: " + time.getDate().toInstant());
      System.out.println("purposes: " + certificate.getExtendedKeyUsage());
    }
    System.out.println(held ? "signature holds" : "signature does not hold");
    System.exit(held ? 0 : 1);
  }
}
