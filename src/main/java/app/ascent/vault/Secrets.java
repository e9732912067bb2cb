package app.ascent.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Encrypts secrets before they touch the database: AES-256-GCM by Tink. The first key encrypts, all decrypt, so keys are
 * rotated by putting a new one first, letting {@link SealedRows} re-encrypt theirs, and taking the old one away.
 */
@Service
public class Secrets {

    /** Tink puts one byte of version and four of key id before the cipher text proper. */
    private static final int KEY_ID_AT = 1;

    private final Aead aead;
    private final int firstKey;
    private final int keys;

    Secrets(EncryptionKeys keys) {
        List<byte[]> all = keys.all();
        try {
            AeadConfig.register();
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (byte[] key : all) {
                keyset.addEntry(KeysetHandle.importKey(tinkKey(key)).withFixedId(id(key)));
            }
            keyset.getAt(0).makePrimary();
            this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.firstKey = id(all.getFirst());
            this.keys = all.size();
        } catch (GeneralSecurityException e) {
            throw new VaultSealed("The encryption keys cannot be used.", e);
        }
    }

    /** How many keys there are; more than one while they are rotated. */
    int keys() {
        return keys;
    }

    public String encrypt(Secret secret, Binding binding) {
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(plain, binding.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not encrypt", e);
        }
    }

    /** @throws VaultSealed when none of the keys opens it, or it is not the cipher text of this row */
    public Secret decrypt(String cipherText, Binding binding) {
        try {
            byte[] plain = aead.decrypt(Base64.getDecoder().decode(cipherText), binding.bytes());
            return new Secret(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultSealed("A stored secret does not open: its key is gone, or it was moved or altered.", e);
        }
    }

    /** Whether the key that encrypts today is the one this was encrypted with. */
    public boolean underFirstKey(String cipherText) {
        byte[] bytes = Base64.getDecoder().decode(cipherText);
        return bytes.length > KEY_ID_AT + Integer.BYTES
                && ByteBuffer.wrap(bytes).getInt(KEY_ID_AT) == firstKey;
    }

    /** The same secret under the first key. */
    public String reencrypt(String cipherText, Binding binding) {
        return encrypt(decrypt(cipherText, binding), binding);
    }

    @AccessesPartialKey // this is the place that makes Tink's key of ours
    private static AesGcmKey tinkKey(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(EncryptionKeys.KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id(key))
                .build();
    }

    /** Follows from the key alone, so that a key keeps its name wherever it stands in the list. */
    private static int id(byte[] key) throws GeneralSecurityException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    }
}
