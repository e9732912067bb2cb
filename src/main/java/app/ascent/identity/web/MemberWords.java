package app.ascent.identity.web;

import app.ascent.identity.Member;
import app.ascent.identity.MemberRefused;
import app.ascent.identity.Role;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserStatus;
import app.ascent.web.PageNotice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shapes members for their pages, and finds the words for what was done or refused. */
@Component
class MemberWords {

    private final MessageSource messages;

    MemberWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A member as the pages show it.
     *
     * @param self whether this is the reader
     * @param changeable whether the reader may change it: only an Owner touches an Owner
     */
    record Row(
            UUID id,
            String name,
            String email,
            Role role,
            boolean active,
            boolean secondFactor,
            @Nullable Instant lastLoginAt,
            boolean self,
            boolean changeable) {}

    Row row(Member member, SignedInUser me) {
        return new Row(
                member.id().value(),
                member.name(),
                member.email(),
                member.role(),
                member.status() == UserStatus.ACTIVE,
                member.secondFactor(),
                member.lastLoginAt(),
                member.id().equals(me.id()),
                me.role() == Role.OWNER || member.role() != Role.OWNER);
    }

    /** The roles that this user may give, with their names. */
    Map<Role, String> roles(SignedInUser me) {
        Map<Role, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.OWNER || me.role() == Role.OWNER) {
                roles.put(role, say("role." + role));
            }
        }
        return roles;
    }

    PageNotice added(Member member) {
        return done("members.added", member);
    }

    PageNotice done(String key, Member member) {
        return PageNotice.done(say(key, member.name(), say("role." + member.role())));
    }

    PageNotice refused(MemberRefused refusal) {
        String key = refusal instanceof MemberRefused.LastOwner ? "members.last-owner" : "member.owner-only";
        return PageNotice.refused(say(key), say("members.unchanged"));
    }

    /** A notice about all members. */
    PageNotice notice(String key) {
        return PageNotice.done(say(key));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
