package app.ascent.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code identity_user}. */
interface UserRows extends Repository<User, UUID> {

    User saveAndFlush(User user);

    boolean existsBy();

    Optional<User> findByEmail(String email);

    Optional<User> findById(UUID id);

    Optional<User> findByOrganizationIdAndId(UUID organizationId, UUID id);

    Page<User> findByOrganizationId(UUID organizationId, Pageable page);

    List<User> findByOrganizationIdAndIdIn(UUID organizationId, Collection<UUID> ids);

    List<User> findByOrganizationIdAndStatusAndEmailIn(
            UUID organizationId, UserStatus status, Collection<String> emails);

    List<User> findByOrganizationIdAndEmailIn(UUID organizationId, Collection<String> emails);

    List<User> findByOrganizationIdAndStatusOrderByNameAscIdAsc(UUID organizationId, UserStatus status);

    /** Of a name that is more than plain letters only Java can tell whether it is one of these: all such come along. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select * from identity_user u
                    where u.organization_id = :organization and u.status = 'ACTIVE'
                        and (lower(u.name) in (:plain) or u.name ~ '[^ -~]|  ')
                    order by u.name, u.id
                    """)
    List<User> findActiveByName(@Param("organization") UUID organizationId, @Param("plain") Collection<String> plain);

    long countByOrganizationIdAndRoleAndStatus(UUID organizationId, Role role, UserStatus status);

    @Query(
            """
            select new app.ascent.identity.AscentUser(
                u.id, o.id, o.name, u.name, u.email, u.role, u.status, u.sessionVersion,
                o.timeZone, o.language, o.dateStyle,
                case when u.role = app.ascent.identity.Role.OWNER and o.ownersNeedSecondFactor = true
                          and u.secondFactorSince is null then true else false end)
            from User u join Organization o on o.id = u.organizationId
            where u.id = :id
            """)
    Optional<AscentUser> findSignedIn(@Param("id") UUID id);

    /** Past the version, as with a sign-in; unless the password has become another one meanwhile. */
    @Modifying
    @Transactional
    @Query("update User u set u.passwordHash = :next where u.id = :id and u.passwordHash = :before")
    void hashAnew(@Param("id") UUID id, @Param("before") String before, @Param("next") String next);

    /** Past the version: signing in must not make somebody's open form of this user stale. */
    @Modifying
    @Query("update User u set u.lastLoginAt = :at where u.id = :id")
    void noteLogin(@Param("id") UUID id, @Param("at") Instant at);
}
