package app.ascent.files;

import app.ascent.files.AttachmentsOf.Rights;
import app.ascent.record.page.Permitted;
import java.util.List;
import java.util.function.Function;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Whether whoever asks may see and change attachments, as the kind of the record has it. */
@Component
public class AttachmentRights {

    private final AttachmentKinds kinds;

    AttachmentRights(AttachmentKinds kinds) {
        this.kinds = kinds;
    }

    /** Of what is attached to one record and listed with another; where there is no such kind, there is nothing, whoever asks. */
    public boolean read(Owner owner, Owner place) {
        return has(owner, place, Rights::read);
    }

    public boolean write(Owner owner, Owner place) {
        return read(owner, place) && has(owner, place, Rights::write);
    }

    private boolean has(Owner owner, Owner place, Function<Rights, String> right) {
        return kinds.rights(owner.kind(), place.kind())
                .map(right)
                .map(Permitted::to)
                .orElse(true);
    }

    /** @throws AccessDeniedException with the reason */
    public void demandRead(Owner owner, Owner place) {
        demand(read(owner, place));
    }

    /** @throws AccessDeniedException with the reason */
    public void demandWrite(Owner owner, Owner place) {
        demand(write(owner, place));
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("Not allowed");
        }
    }

    /** Kinds of record that whoever asks may not see, wherever they are listed. */
    public List<String> hidden() {
        return kinds.all().stream()
                .filter(kind -> {
                    Rights rights = kind.rights();
                    return rights != null && !Permitted.to(rights.read());
                })
                .map(AttachmentsOf::kind)
                .toList();
    }
}
